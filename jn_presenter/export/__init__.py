"""A briefing as files: PDF, pictures, contact sheet. Pages and files; pixels and PDF devices come from qt/scene."""
