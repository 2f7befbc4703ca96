"""The engine `gguf:PATH`: a local model inside this process; no text leaves the machine."""
