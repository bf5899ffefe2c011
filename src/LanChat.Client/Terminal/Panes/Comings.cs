using LanChat.Client.Display;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>Who came and who went, one after the other, as one line: of each what became of them in the end.</summary>
internal sealed record Comings
{
    private readonly record struct Somebody(string Name, bool WasHere, bool IsHere);

    private IReadOnlyList<Somebody> People { get; init; } = [];

    /// <summary>One who came, or went.</summary>
    public static Comings Of(string name, bool came) => new() { People = [new Somebody(name, WasHere: !came, IsHere: came)] };

    /// <summary>And then these.</summary>
    public Comings With(Comings later)
    {
        var people = People.ToList();
        foreach (var next in later.People)
        {
            var before = people.FindIndex(one => one.Name == next.Name);
            if (before >= 0) people[before] = people[before] with { IsHere = next.IsHere };
            else people.Add(next);
        }

        return new Comings { People = people };
    }

    /// <summary>The line.</summary>
    public string Text => string.Join(RoomTexts.BetweenComings,
    [
        .. Told(was: false, now: true, RoomTexts.CameIn), .. Told(was: false, now: false, RoomTexts.CameAndLeft),
        .. Told(was: true, now: true, RoomTexts.CameBack), .. Told(was: true, now: false, RoomTexts.Left),
    ]);

    private IEnumerable<string> Told(bool was, bool now, Func<string, string> sentence)
    {
        var names = People.Where(one => one.WasHere == was && one.IsHere == now).Select(one => TerminalText.OneLine(one.Name)).ToArray();
        return names.Length == 0 ? [] : [sentence(Listed(names))];
    }

    // Of many, the first two.
    private static string Listed(string[] names) => names switch
    {
        [var only] => only,
        [var first, var second] => RoomTexts.And(first, second),
        [var first, var second, var third] => RoomTexts.And(first, second, third),
        _ => RoomTexts.AndOthers(names[0], names[1], names.Length - 2),
    };
}
