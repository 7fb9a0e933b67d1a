"""Work divided by unit instead of by task.

Lines and sentences that begin with the units that act.
"""
