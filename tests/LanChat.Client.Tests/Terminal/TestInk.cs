using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal;

/// <summary>The ink of the theme that the reference has, with settings below <c>lanchat.client.theme.</c> laid over it.</summary>
internal static class TestInk
{
    public static Ink With(ColorSystem colors, params string[] theme) =>
        new(colors, TestSettings.With([.. theme.Select(assignment => $"theme.{assignment}")]).Theme);
}
