"""Statistical communiqués in running text: what they are about, what their paragraphs and tables say, and the rows."""
