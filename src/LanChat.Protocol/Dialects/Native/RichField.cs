using System.Text;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>A field that requests may have.</summary>
internal sealed class RichField(string name, FieldKind kind)
{
    private const int LongestRef = 64;
    private const int MaxPairs = 32;

    public string Name => name;

    public FieldKind Kind => kind;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Reads a value; returns null if it has the wrong type.</summary>
    public object? Read(ref Utf8JsonReader json)
    {
        switch (kind)
        {
            case FieldKind.Text or FieldKind.Name: return TextAt(ref json);
            case FieldKind.Reference: return TextAt(ref json) is { } reference ? AsReference(reference) : null;
            case FieldKind.Number: return NumberAt(ref json);
            case FieldKind.Flag: return FlagAt(ref json);
            case FieldKind.FlagOrNumber: return FlagAt(ref json) ?? (object?)NumberAt(ref json);
            case FieldKind.FlagOrName: return FlagAt(ref json) ?? (object?)TextAt(ref json);
            case FieldKind.Moment: return MomentAt(ref json);
            case FieldKind.Pairs: return PairsAt(ref json);
            case FieldKind.NumberOrMoment: return NumberAt(ref json) ?? (object?)MomentAt(ref json);
            default:
                var id = NumberAt(ref json);
                json.Skip();
                return id ?? (object)"wrong";
        }
    }

    private static List<KeyValuePair<string, string>>? PairsAt(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) return null;
        List<KeyValuePair<string, string>> pairs = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (json.TokenType != JsonTokenType.String || pairs.Count == MaxPairs) return null;
            pairs.Add(KeyValuePair.Create(name, json.GetString()!));
        }

        return pairs;
    }

    private static string? TextAt(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString() : null;

    private static string? AsReference(string text) =>
        text is { Length: > 0 and <= LongestRef } && text.All(unit => unit is > ' ' and <= '~') ? text : null;

    private static bool? FlagAt(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : null;

    private static long? NumberAt(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;

    private static DateTime? MomentAt(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && WireTime.TryRead(json.GetString(), out var moment) ? moment : null;
}
