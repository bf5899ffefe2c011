using System.Text.Json.Nodes;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>One text sent over a recorded connection, or its end.</summary>
/// <param name="At">The position in the recording, over all connections.</param>
/// <param name="Connection">The name of its file.</param>
/// <param name="From">The sender: <c>client</c> or <c>server</c>.</param>
/// <param name="Text">What was sent; null at the end.</param>
/// <param name="IsBroken">Whether the connection was reset.</param>
internal sealed record RecordedEntry(int At, string Connection, string From, string? Text, bool IsBroken)
{
    public bool IsFromServer => From == "server" && !IsServerEnd;

    /// <summary>Whether the entry is the end of the server itself.</summary>
    public bool IsServerEnd => Connection == "server";

    /// <summary>The whole recording in order.</summary>
    public static RecordedEntry[] All() =>
    [
        .. from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "fixtures", "v1", "wire"), "*.jsonl")
        from line in File.ReadLines(file)
        let entry = Parse(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(line)!)
        orderby entry.At
        select entry,
    ];

    private static RecordedEntry Parse(string connection, JsonNode line) =>
        new((int)line["at"]!, connection, (string)line["from"]!, (string?)line["text"],
            IsBroken: (string?)line["end"] == "broken");
}
