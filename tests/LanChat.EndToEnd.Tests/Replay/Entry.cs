using System.Text.Json.Nodes;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>One thing that went over a connection on the recorded evening, or its end.</summary>
/// <param name="At">Its place in the evening, over all connections.</param>
/// <param name="Connection">The name of its file.</param>
/// <param name="From">Who did it: <c>client</c> or <c>server</c>.</param>
/// <param name="Text">What was sent; null at the end.</param>
/// <param name="IsBroken">Whether the end came without a goodbye.</param>
internal sealed record Entry(int At, string Connection, string From, string? Text, bool IsBroken)
{
    public bool IsServers => From == "server" && !IsTheServerItself;

    /// <summary>Whether it is no connection's, but the room was closed then.</summary>
    public bool IsTheServerItself => Connection == "server";

    /// <summary>The whole evening, in order.</summary>
    public static Entry[] All() =>
    [
        .. from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "fixtures", "v1", "wire"), "*.jsonl")
        from line in File.ReadLines(file)
        let entry = Parse(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(line)!)
        orderby entry.At
        select entry,
    ];

    private static Entry Parse(string connection, JsonNode line) =>
        new((int)line["at"]!, connection, (string)line["from"]!, (string?)line["text"],
            IsBroken: (string?)line["end"] == "broken");
}
