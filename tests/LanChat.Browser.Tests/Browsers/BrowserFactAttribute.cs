namespace LanChat.Browser.Tests.Browsers;

/// <summary>A test that needs a browser; skipped with the reason without it.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Obstacle;
}
