"""What the room of expediering makes known when the app starts."""

from minutes.dispatch.pages import dispatch_panel
from minutes.meeting import registry

registry.panels.append(
    registry.Panel("posted", "minutes/dispatch/_panel.html", dispatch_panel)
)
