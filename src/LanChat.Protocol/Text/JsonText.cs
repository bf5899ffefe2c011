using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanChat.Protocol.Text;

/// <summary>
/// Writes text in JSON with only the necessary escapes. The framework's most permissive encoder
/// escapes code points beyond the BMP, which would turn an emoji into twelve hexadecimal characters
/// for people who read frames with netcat.
/// </summary>
public static class JsonText
{
    private static readonly JavaScriptEncoder Escaping = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes a text as a JSON string.</summary>
    public static void WriteText(this Utf8JsonWriter json, string text)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (HasSurrogates(text)) json.WriteRawValue(Quote(text), skipInputValidation: true);
        else json.WriteStringValue(text);
    }

    /// <summary>Returns a text as a JSON string.</summary>
    public static string Quote(string text) =>
        HasSurrogates(text) ? WithWholeRunes(text) : $"\"{Escaping.Encode(text)}\"";

    private static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static string WithWholeRunes(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 16);
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) continue;
            quoted.Append(Escaping.Encode(text[from..at])).Append(text, at, 2);
            from = ++at + 1;
        }

        return quoted.Append(Escaping.Encode(text[from..])).Append('"').ToString();
    }
}
