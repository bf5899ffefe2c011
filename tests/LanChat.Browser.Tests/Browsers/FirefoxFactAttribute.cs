namespace LanChat.Browser.Tests.Browsers;

/// <summary>A test that needs Firefox; skipped with the reason without it.</summary>
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = Firefox.Obstacle;
}
