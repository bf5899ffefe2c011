namespace Akka.Configuration.Hocon;

/// <summary>One piece of a value. Exactly one of its three views is not null.</summary>
internal interface IHoconElement
{
    HoconObject? Object => null;

    IReadOnlyList<HoconValue>? Array => null;

    bool IsText => false;

    string Text => "";
}
