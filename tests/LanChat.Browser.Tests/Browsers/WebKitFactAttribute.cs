namespace LanChat.Browser.Tests.Browsers;

/// <summary>A test that needs WebKit; skipped with the reason without it.</summary>
public sealed class WebKitFactAttribute : FactAttribute
{
    public WebKitFactAttribute() => Skip = WebKit.Obstacle;
}
