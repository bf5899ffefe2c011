using System.Text.Json.Nodes;

namespace LanChat.TestKit;

/// <summary>
/// A client of the native dialect, as far as it reads: frames of JSON, one a line.
/// </summary>
public abstract class FrameReader
{
    /// <summary>The next frame as it came, without its line end; null at the end.</summary>
    public abstract Task<string?> NextLine();

    /// <summary>The next frame; null at the end.</summary>
    public virtual async Task<JsonNode?> NextFrame() => await NextLine() is { } line ? JsonNode.Parse(line) : null;

    /// <summary>The next frame of one of these codes, passing over others.</summary>
    public async Task<JsonNode> NextFrame(params int[] codes)
    {
        while (await NextFrame() is { } frame)
        {
            if (codes.Contains((int)frame["code"]!)) return frame;
        }

        throw new EndOfStreamException($"closed before a frame of code {string.Join(" or ", codes)}");
    }

    /// <summary>The next message whose text contains something, passing over others.</summary>
    public async Task<JsonNode> Hear(string text)
    {
        while (true)
        {
            var message = await NextMessage();
            if (((string)message["message"]!).Contains(text, StringComparison.Ordinal)) return message;
        }
    }

    /// <summary>
    /// Returns when there was a message with each of these texts, in whatever order.
    /// </summary>
    public async Task HearAll(params string[] texts)
    {
        var missing = texts.ToList();
        while (missing.Count > 0)
        {
            var heard = (string)(await NextMessage())["message"]!;
            missing.RemoveAll(text => heard.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>The next message of somebody else than the room.</summary>
    public async Task<(string From, string Text)> NextSaid()
    {
        while (true)
        {
            var message = await NextMessage();
            if ((string)message["nickname"]! is var from && from != "系统消息") return (from, (string)message["message"]!);
        }
    }

    private async Task<JsonNode> NextMessage() => (await NextFrame(1))["data"]![0]!;
}
