using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// The theme of the theme that the reference has, with settings below <c>lanchat.client.theme.</c>
/// laid over it.
/// </summary>
internal static class TestTheme
{
    public static Theme With(ColorSystem colors, params string[] theme) =>
        new(colors, TestSettings.With([.. theme.Select(assignment => $"theme.{assignment}")]).Theme);
}
