using LanChat.Client.Display;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// Summarizes consecutive joins and leaves in one line: the net change of each member.
/// </summary>
internal sealed record JoinLeaveSummary
{
    private readonly record struct Change(string Name, bool WasHere, bool IsHere);

    private IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>One join or leave.</summary>
    public static JoinLeaveSummary Of(string name, bool joined) =>
        new() { Changes = [new Change(name, WasHere: !joined, IsHere: joined)] };

    /// <summary>Appends later joins and leaves.</summary>
    public JoinLeaveSummary With(JoinLeaveSummary later)
    {
        var changes = Changes.ToList();
        foreach (var next in later.Changes)
        {
            var before = changes.FindIndex(one => one.Name == next.Name);
            if (before >= 0) changes[before] = changes[before] with { IsHere = next.IsHere };
            else changes.Add(next);
        }

        return new JoinLeaveSummary { Changes = changes };
    }

    /// <summary>The summary as text.</summary>
    public string Text => string.Join(RoomTexts.BetweenComings,
    [
        .. Part(was: false, now: true, RoomTexts.CameIn), .. Part(was: false, now: false, RoomTexts.CameAndLeft),
        .. Part(was: true, now: true, RoomTexts.CameBack), .. Part(was: true, now: false, RoomTexts.Left),
    ]);

    private IEnumerable<string> Part(bool was, bool now, Func<string, string> sentence)
    {
        var names = Changes
            .Where(one => one.WasHere == was && one.IsHere == now)
            .Select(one => TerminalText.OneLine(one.Name))
            .ToArray();
        return names.Length == 0 ? [] : [sentence(Listed(names))];
    }

    // Names at most three members; of more, the first two and a count.
    private static string Listed(string[] names) => names switch
    {
        [var only] => only,
        [var first, var second] => RoomTexts.And(first, second),
        [var first, var second, var third] => RoomTexts.AndThird(first, second, third),
        _ => RoomTexts.AndOthers(names[0], names[1], names.Length - 2),
    };
}
