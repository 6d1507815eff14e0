"""The measurements of a show: how soon, how smoothly and in how much memory, against the least that Qt itself takes."""
