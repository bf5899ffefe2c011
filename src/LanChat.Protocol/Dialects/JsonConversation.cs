using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Decodes JSON objects that follow each other without a separator. Discards an incomplete object
/// at the end.
/// </summary>
internal abstract class JsonConversation(WireLimits limits) : Conversation
{
    private readonly JsonStream _stream = new(limits.Line);

    protected override ClientMessage? Decode(ref ReadOnlySpan<byte> bytes) =>
        !_stream.TryTake(ref bytes, out var text, out var refusal) ? null
        : text is null ? new ClientMessage.Invalid(refusal!)
        : Parse(text);

    protected override ClientMessage? DecodeRest() => null;

    /// <summary>
    /// Decodes one object. Throws a <see cref="FormatException"/> if a field has the wrong type.
    /// </summary>
    protected abstract ClientMessage Understand(JsonElement said);

    /// <summary>
    /// Returns a text field; null if it is missing or null. If it occurs twice, the last one
    /// counts.
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
            // JsonElement throws InvalidOperationException for a value that is not an object, and
            // for an escaped lone surrogate.
            return new ClientMessage.Invalid(Refusal.Malformed);
        }
    }
}
