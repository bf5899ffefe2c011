namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// What an old client hears: lists of members by themselves. They are gathered for a moment, so
/// that a busy server may send one before or behind what is said meanwhile; either is right.
/// </summary>
internal sealed class OldEar(IOldConnection connection)
{
    private readonly Queue<string> _lists = [];
    private readonly Queue<string> _others = [];

    /// <summary>
    /// The next frame of the kind of one that was recorded, or the end when that was.
    /// </summary>
    public async Task<string?> InPlaceOf(string? recorded)
    {
        var wanted = IsList(recorded) ? _lists : _others;
        while (wanted.Count == 0)
        {
            if (await connection.Next() is not { } frame) return null;
            (IsList(frame) ? _lists : _others).Enqueue(frame);
        }

        return wanted.Dequeue();
    }

    private static bool IsList(string? frame) => IsOf("2", frame) || IsOf("5", frame);

    private static bool IsOf(string code, string? frame) =>
        frame?.StartsWith($$"""{"code":{{code}},""", StringComparison.Ordinal) == true;
}
