using System.Reflection;
using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Cli;

/// <summary>The version of the program and of Akka.NET.</summary>
internal static class ProductVersion
{
    public static string Text => ClientTexts.Version(
        VersionOf(typeof(ProductVersion).Assembly), $"Akka.NET {VersionOf(typeof(ActorSystem).Assembly)}");

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
