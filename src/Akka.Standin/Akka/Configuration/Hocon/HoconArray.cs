namespace Akka.Configuration.Hocon;

internal sealed record HoconArray(IReadOnlyList<HoconValue> Items) : IHoconElement
{
    IReadOnlyList<HoconValue> IHoconElement.Array => Items;
}
