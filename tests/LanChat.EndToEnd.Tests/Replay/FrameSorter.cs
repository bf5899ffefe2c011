namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// Separates member lists from other frames. The server collects changes of the list, so a list may
/// come before or after the messages around it; either is right.
/// </summary>
internal sealed class FrameSorter(IVersion1Connection connection)
{
    private readonly Queue<string> _lists = [];
    private readonly Queue<string> _others = [];

    /// <summary>
    /// Returns the next frame of the same kind as a recorded one; null at the end.
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
