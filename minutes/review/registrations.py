"""What the room of review makes known when the app starts."""

from minutes.meeting import registry
from minutes.review.pages import review_panel

registry.panels.append(
    registry.Panel("drafting", "minutes/review/_panel.html", review_panel)
)
