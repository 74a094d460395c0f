"""All knowledge of writing systems, as pure functions: languages, digits, dates, calendars, order, characters."""
