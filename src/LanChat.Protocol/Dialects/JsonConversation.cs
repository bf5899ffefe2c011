using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Listens to a client that sends JSON objects with nothing between them. Half an object at the end
/// is dropped.
/// </summary>
internal abstract class JsonConversation(WireLimits limits) : Conversation
{
    private readonly JsonStream _stream = new(limits.Line);

    protected override ClientMessage? Take(ref ReadOnlySpan<byte> bytes) =>
        !_stream.TryTake(ref bytes, out var text, out var refusal) ? null
        : text is null ? new ClientMessage.Bad(refusal!)
        : Parse(text);

    protected override ClientMessage? TakeHeld() => null;

    /// <summary>
    /// What an object says. Throws a <see cref="FormatException"/> where a field is not of its
    /// type.
    /// </summary>
    protected abstract ClientMessage Understand(JsonElement said);

    /// <summary>
    /// A field that holds a text, the last one of that name; null when it is missing or null.
    /// </summary>
    protected static string? Text(JsonElement said, string name) =>
        !said.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null ? null
        : field.ValueKind == JsonValueKind.String && field.GetString() is { } text
            && !text.Contains('\0', StringComparison.Ordinal) ? text
        : throw new FormatException($"{name} is not a text");

    private ClientMessage Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Understand(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            // The last one is JsonElement's word for what is no object, and for an escape that is
            // half a character.
            return new ClientMessage.Bad(Refusal.Malformed);
        }
    }
}
