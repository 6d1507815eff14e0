"""What docs/editing.md shows: pictures of the editor's own window, and what the commands print."""
