"""What votes mean: computed with numpy, so only ever in the render process (docs/decisions: the forum's figures)."""
