namespace LanChat.EndToEnd.Tests.Networks;

/// <summary>A test that needs network namespaces; skipped with the reason without them.</summary>
public sealed class NamespaceFactAttribute : FactAttribute
{
    private static readonly string? Obstacle = TwoHosts.Obstacle();

    public NamespaceFactAttribute() => Skip = Obstacle;
}
