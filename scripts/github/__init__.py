"""What the workflows in ``.github/workflows`` call. They read and write files; only the workflows talk to GitHub."""
