"""From the meeting to the archived, announced minutes."""
