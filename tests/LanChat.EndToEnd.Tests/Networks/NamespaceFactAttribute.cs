namespace LanChat.EndToEnd.Tests.Networks;

/// <summary>
/// A test that needs network namespaces, skipped with the reason where they can't be made.
/// </summary>
public sealed class NamespaceFactAttribute : FactAttribute
{
    private static readonly string? Obstacle = TwoHosts.Obstacle();

    public NamespaceFactAttribute() => Skip = Obstacle;
}
