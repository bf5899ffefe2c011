using System.Text.Json;

namespace LanChat.Server.Control;

/// <summary>One command over the control socket: a line of JSON.</summary>
/// <param name="Command">The command, without a slash.</param>
/// <param name="Room">The room it is for; null: the lobby.</param>
internal sealed record ControlRequest(string Command, string? Room)
{
    /// <summary>The maximum size of the line in bytes.</summary>
    public const int MaxLine = 64 * 1024;

    public byte[] ToLine() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    /// <summary>Decodes a line; returns null if it is none.</summary>
    public static ControlRequest? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<ControlRequest>(line) is { Command: not null } request ? request : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
