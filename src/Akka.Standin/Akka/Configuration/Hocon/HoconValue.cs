#nullable disable annotations // as the package: see Config
using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>A value as it was written: an object, an array or a text; what the text means is decided by who asks.</summary>
public class HoconValue
{
    private readonly List<IHoconElement> _elements = [];

    public bool IsEmpty => _elements.Count == 0 || _elements[0] is HoconObject { Items.Count: 0 };

    internal IReadOnlyList<IHoconElement> Elements => _elements;

    internal static HoconValue Of(IHoconElement element)
    {
        var value = new HoconValue();
        value.Append(element);
        return value;
    }

    internal void Append(IHoconElement element) => _elements.Add(element);

    internal void Remove(IHoconElement element) => _elements.Remove(element);

    internal void Clear() => _elements.Clear();

    public bool IsString() => _elements.Count > 0 && _elements.TrueForAll(element => element.IsText);

    public bool IsObject() => GetObject() is not null;

    /// <summary>Whether there is something in the array: an empty one does not count.</summary>
    public bool IsArray() => GetArray().Count > 0;

    public HoconObject GetObject() => _elements.Count > 0 ? _elements[0].Object : null;

    public HoconValue GetChildObject(string key) => GetObject()?.GetKey(key);

    /// <summary>The values of all arrays in a row; empty if there is none.</summary>
    public IList<HoconValue> GetArray() => [.. _elements.SelectMany(element => element.Array ?? [])];

    /// <summary>The text without blanks around it; null if it is <c>null</c>, or no text.</summary>
    public string GetString()
    {
        if (!IsString())
            return null;
        var text = string.Concat(_elements.Select(element => element.Text)).Trim();
        return text == "null" ? null : text;
    }

    public bool GetBoolean() => GetString() switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        var other => throw new NotSupportedException($"Unknown boolean format: {other}"),
    };

    public int GetInt() => int.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    public long GetLong() => long.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    public float GetFloat() => float.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    public double GetDouble() => double.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    public decimal GetDecimal() => decimal.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    public long? GetByteSize() => GetString() is { Length: > 0 } text ? HoconUnits.ParseSize(text) : null;

    public TimeSpan GetTimeSpan(bool allowInfinite = true) => HoconUnits.ParseDuration(GetString(), allowInfinite);

    public IList<string> GetStringList() => [.. GetArray().Select(value => value.GetString())];

    public IList<int> GetIntList() => [.. GetArray().Select(value => value.GetInt())];

    public IList<long> GetLongList() => [.. GetArray().Select(value => value.GetLong())];

    public IList<double> GetDoubleList() => [.. GetArray().Select(value => value.GetDouble())];

    public IList<bool> GetBooleanList() => [.. GetArray().Select(value => value.GetBoolean())];

    public override string ToString() => ToString(0);

    public virtual string ToString(int indent)
    {
        if (IsString())
            return Quoted(GetString());
        if (GetObject() is { } o)
            return indent == 0 ? o.ToString(1) : $"{{\r\n{o.ToString(indent + 1)}{new string(' ', indent * 2)}}}";
        return $"[{string.Join(",", GetArray().Select(value => value.ToString(indent + 1)))}]";
    }

    internal static string Quoted(string text) =>
        text is null ? "" : text.AsSpan().ContainsAny(" \t:") ? $"\"{text}\"" : text;
}
