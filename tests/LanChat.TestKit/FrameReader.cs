using System.Text.Json.Nodes;

namespace LanChat.TestKit;

/// <summary>Reads JSON frames of the native dialect, one per line.</summary>
public abstract class FrameReader
{
    /// <summary>Returns the next line without its line end; null at the end.</summary>
    public abstract Task<string?> NextLine();

    /// <summary>Returns the next frame; null at the end.</summary>
    public virtual async Task<JsonNode?> NextFrame() => await NextLine() is { } line ? JsonNode.Parse(line) : null;

    /// <summary>Returns the next frame with one of these codes; skips others.</summary>
    public async Task<JsonNode> NextFrame(params int[] codes)
    {
        while (await NextFrame() is { } frame)
        {
            if (codes.Contains((int)frame["code"]!)) return frame;
        }

        throw new EndOfStreamException($"closed before a frame of code {string.Join(" or ", codes)}");
    }

    /// <summary>Returns the next message whose text contains this one; skips others.</summary>
    public async Task<JsonNode> Receive(string text)
    {
        while (true)
        {
            var message = await NextMessage();
            if (((string)message["message"]!).Contains(text, StringComparison.Ordinal)) return message;
        }
    }

    /// <summary>Reads until each of these texts was contained in a message, in any order.</summary>
    public async Task ReceiveInAnyOrder(params string[] texts)
    {
        var missing = texts.ToList();
        while (missing.Count > 0)
        {
            var received = (string)(await NextMessage())["message"]!;
            missing.RemoveAll(text => received.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Returns the next message of a member.</summary>
    public async Task<(string From, string Text)> NextSaid()
    {
        while (true)
        {
            var message = await NextMessage();
            if ((string)message["nickname"]! is var from && from != "系统消息") return (from, (string)message["message"]!);
        }
    }

    /// <summary>Returns the next message; skips other frames.</summary>
    public async Task<JsonNode> NextMessage() => (await NextFrame(1))["data"]![0]!;
}
