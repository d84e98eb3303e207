"""What each kind of page shows: from the knowledge base to Markdown before, and to HTML after, rendering."""
