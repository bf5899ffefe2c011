using LanChat.Architecture;
using LanChat.Settings;

namespace LanChat.Hosting.Tests;

public sealed class ArchitectureSpecs()
    : ArchitectureSpec(typeof(LayeredSettings).Assembly, "src/LanChat.Hosting", "LanChat");
