"""The state of a sandbox, and its policy where the facts about the live API leave the behaviour open."""
