"""The app's models, gathered where Django looks."""
