namespace LanChat.Texts.Generator;

/// <summary>A parameter of a text: its C# type and its name.</summary>
public sealed class Parameter(string type, string name)
{
    public string Type { get; } = type;

    public string Name { get; } = name;
}
