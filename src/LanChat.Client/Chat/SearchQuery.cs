using System.Globalization;
using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Query of <c>/search</c>: a text, and filters anywhere in it.</summary>
/// <param name="Text">The text to find; may be empty if there are filters.</param>
internal sealed partial record SearchQuery(string Text)
{
    public string? From { get; init; }

    public DateTime? Since { get; init; }

    /// <summary>Exclusive end of the time range.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Room to search, as typed by the user; null for the active one.</summary>
    public string? In { get; init; }

    private bool HasFilter => From is not null || Since is not null || Until is not null || In is not null;

    /// <summary>Parses the argument of <c>/search</c>.</summary>
    public static UserCommand Parse(string typed)
    {
        var query = new SearchQuery("");
        string? problem = null;
        var text = Filter().Replace(typed, match =>
        {
            problem ??= query.AddFilter(
                match.Groups["name"].Value,
                match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["plain"].Value,
                out query);
            return "";
        });
        text = text.Trim();
        if (problem is not null) return new UserCommand.Invalid(problem);
        if (!query.HasFilter) return new UserCommand.SearchTranscript(text.Length > 0 ? text : null);
        return query is { From: null, Since: null, Until: null } && text.Length == 0
            ? new UserCommand.Invalid(SearchTexts.NothingToFind)
            : new UserCommand.SearchHistory(query with { Text = text });
    }

    public ClientMessage.Search ToRequest(long tag, long? before, int limit) =>
        new(tag, Text) { From = From, Since = Since, Until = Until, Before = before, Limit = limit };

    private string? AddFilter(string name, string value, out SearchQuery query)
    {
        query = this;
        if (value.Length == 0) return SearchTexts.NothingBehind($"{name}:");
        switch (name)
        {
            case "from": query = this with { From = value }; return null;
            case "in": query = this with { In = value }; return null;
        }

        if (!TryParseTime(value, out var time, out var isDay)) return SearchTexts.NoTime(value);
        query = name == "since"
            ? this with { Since = time }
            : this with { Until = isDay ? time.AddDays(1) : time };
        return null;
    }

    private static bool TryParseTime(string text, out DateTime time, out bool isDay)
    {
        string[] times = ["yyyy-M-d H:m", "yyyy-M-d'T'H:m", "yyyy-M-d H:m:s", "yyyy-M-d'T'H:m:s"];
        isDay = DateTime.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
        var isMoment = isDay
            || DateTime.TryParseExact(text, times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
        return isMoment && time < DateTime.MaxValue.AddDays(-1);
    }

    [GeneratedRegex("""(?<!\S)(?<name>from|since|until|in):("(?<quoted>[^"]*)"|(?<plain>\S*))(?!\S)\s?""")]
    private static partial Regex Filter();
}
