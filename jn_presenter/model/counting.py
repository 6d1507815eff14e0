"""Numbers of things in English, which has a singular where Chinese has none."""


def counted(number: int, thing: str) -> str:
    """`1 slide`, `2 slides`. thing: a regular noun in the singular."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def there_are(number: int, thing: str) -> str:
    """`there is 1 slide`, `there are 2 slides`."""
    return f"there {'is' if number == 1 else 'are'} {counted(number, thing)}"
