namespace LanChat.Texts.Generator;

/// <summary>The texts of one class.</summary>
public sealed class TextSection(string name, string summary)
{
    private readonly List<Text> _texts = [];

    public string Name { get; } = name;

    public string Summary { get; } = summary;

    public IReadOnlyList<Text> Texts => _texts;

    public Text? Find(string key) => _texts.Find(text => text.Key == key);

    /// <summary>Adds a text; what is wrong with it, or null.</summary>
    internal string? Add(Text text)
    {
        if (Find(text.Key) is not null) return $"there are two texts {Name}.{text.Key}";
        _texts.Add(text);
        return null;
    }
}
