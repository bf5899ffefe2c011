namespace Akka.Configuration.Hocon;

internal sealed record HoconLiteral(string Text) : IHoconElement
{
    public bool IsText => true;
}
