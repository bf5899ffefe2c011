namespace LanChat.Texts;

/// <summary>The line between two days.</summary>
public static class DayHeading
{
    private const string Separator = ", ";

    public static string Of(DateTime day) => ScreenTexts.Day(
        ScreenTexts.Weekdays.Split(Separator)[(int)day.DayOfWeek],
        day.Day,
        ScreenTexts.Months.Split(Separator)[day.Month - 1],
        day.Year);
}
