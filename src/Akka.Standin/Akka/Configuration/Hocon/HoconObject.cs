using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Keys and their values, in the order in which they were first named.</summary>
public class HoconObject : IHoconElement
{
    public Dictionary<string, HoconValue> Items { get; private init; } = [];

    HoconObject IHoconElement.Object => this;

    public HoconValue? GetKey(string key) => Items.GetValueOrDefault(key);

    public override string ToString() => ToString(0);

    public string ToString(int indent)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Items)
            text.Append(' ', indent * 2).Append(HoconValue.Quoted(key)).Append(" : ").Append(value.ToString(indent)).Append("\r\n");
        return text.ToString();
    }

    internal HoconValue GetOrCreateKey(string key)
    {
        if (!Items.TryGetValue(key, out var value))
            Items.Add(key, value = new HoconValue());
        return value;
    }

    /// <summary>A new object in which <paramref name="over"/> wins, and objects that both have are merged.</summary>
    internal HoconObject MergedWith(HoconObject over)
    {
        var merged = new Dictionary<string, HoconValue>(Items);
        foreach (var (key, value) in over.Items)
        {
            merged[key] = merged.GetValueOrDefault(key)?.GetObject() is { } mine && value.GetObject() is { } others
                ? HoconValue.Of(mine.MergedWith(others))
                : value;
        }

        return new HoconObject { Items = merged };
    }
}
