namespace LanChat.Browser.Tests.Browsers;

/// <summary>Tests that need a browser; skipped with the reason without it.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Obstacle;
}
