using System.Globalization;
using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// What is behind <c>/search</c>: a text, and filters that may stand anywhere in it.
/// </summary>
/// <param name="Text">What is to be found; may be empty where there are filters.</param>
internal sealed partial record SearchWords(string Text)
{
    public string? From { get; init; }

    public DateTime? Since { get; init; }

    /// <summary>Up to this moment, which is not included.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The room to look in, as the user calls it; null for the one in sight.</summary>
    public string? In { get; init; }

    private bool HasFilters => From is not null || Since is not null || Until is not null || In is not null;

    /// <summary>What the user means.</summary>
    public static Intent Read(string typed)
    {
        var words = new SearchWords("");
        string? mistake = null;
        var text = Filter().Replace(typed, match =>
        {
            mistake ??= words.TryTake(
                match.Groups["name"].Value,
                match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["plain"].Value,
                out words);
            return "";
        });
        text = text.Trim();
        if (mistake is not null) return new Intent.Mistake(mistake);
        if (!words.HasFilters) return new Intent.Search(text.Length > 0 ? text : null);
        return words is { From: null, Since: null, Until: null } && text.Length == 0
            ? new Intent.Mistake(SearchTexts.NothingToFind)
            : new Intent.SearchHistory(words with { Text = text });
    }

    public ClientMessage.Search ToRequest(long tag, long? before, int limit) =>
        new(tag, Text, From, Since, Until, before, limit);

    private string? TryTake(string name, string value, out SearchWords words)
    {
        words = this;
        if (value.Length == 0) return SearchTexts.NothingBehind($"{name}:");
        switch (name)
        {
            case "from": words = this with { From = value }; return null;
            case "in": words = this with { In = value }; return null;
        }

        if (!TryReadMoment(value, out var moment, out var isDay)) return SearchTexts.NoTime(value);
        words = name == "since"
            ? this with { Since = moment }
            : this with { Until = isDay ? moment.AddDays(1) : moment };
        return null;
    }

    private static bool TryReadMoment(string text, out DateTime moment, out bool isDay)
    {
        string[] times = ["yyyy-M-d H:m", "yyyy-M-d'T'H:m", "yyyy-M-d H:m:s", "yyyy-M-d'T'H:m:s"];
        isDay = DateTime.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
        var isMoment = isDay
            || DateTime.TryParseExact(text, times, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
        return isMoment && moment < DateTime.MaxValue.AddDays(-1);
    }

    [GeneratedRegex("""(?<!\S)(?<name>from|since|until|in):("(?<quoted>[^"]*)"|(?<plain>\S*))(?!\S)\s?""")]
    private static partial Regex Filter();
}
