using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal;

/// <summary>The reference theme, with overrides below <c>lanchat.client.theme.</c>.</summary>
internal static class TestTheme
{
    public static Theme With(ColorSystem colors, params string[] theme) =>
        new(colors, TestSettings.With([.. theme.Select(assignment => $"theme.{assignment}")]).Theme);
}
