"""How a deck begins: slides and themes from templates, and slides taken over from PowerPoint and Markdown files."""
