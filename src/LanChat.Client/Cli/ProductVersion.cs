using System.Reflection;
using Akka.Actor;

namespace LanChat.Client.Cli;

/// <summary>What this program is and what it runs on.</summary>
internal static class ProductVersion
{
    public static string Text => $"LanChat client {VersionOf(typeof(ProductVersion).Assembly)} on {Named(typeof(ActorSystem).Assembly)}";

    private static string Named(Assembly assembly) =>
        $"{assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product} {VersionOf(assembly)}";

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
