namespace Akka.Configuration.Hocon;

/// <summary>
/// <c>${path}</c>: stands for another value of the same text, found when all of it has been read; <c>${?path}</c> for nothing, if
/// there is no such value.
/// </summary>
internal sealed class HoconSubstitution(HoconValue owner, string expression, int position) : IHoconElement
{
    public string Path { get; } = expression.TrimStart('?');

    public bool IsOptional => Path.Length < expression.Length;

    public HoconValue Owner => owner;

    public int Position => position;

    public HoconValue? Target { get; set; }

    public HoconObject? Object => Target?.GetObject();

    public IReadOnlyList<HoconValue>? Array => Target is not null && !Target.IsString() && !Target.IsObject() ? Target.GetArray().AsReadOnly() : null;

    public bool IsText => Target is not null && Target.IsString();

    public string Text => Target?.GetString() ?? "";
}
