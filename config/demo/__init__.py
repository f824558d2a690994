"""The demo: invented municipalities and people, made by the screens' own actions.

Nothing here writes a row by itself. Moments lie in the past (`clock.at`), so that the
statutory dates come out as they would have then.
"""
