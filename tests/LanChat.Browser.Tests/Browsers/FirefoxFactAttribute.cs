namespace LanChat.Browser.Tests.Browsers;

/// <summary>A test that needs Firefox, skipped with the reason where there is none.</summary>
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = Firefox.Obstacle;
}
